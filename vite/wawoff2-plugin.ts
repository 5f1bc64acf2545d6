import type { Plugin } from 'vite';

const FILE = /[\\/]wawoff2[\\/]build[\\/]\w+_binding\.js$/;
const NAMED =
  /return new Function\("body","return function "\+name\+"\(\) \{\\n"\+' {4}"use strict";'\+" {4}return body\.apply\(this, arguments\);\\n"\+"\};\\n"\)\(body\)/;
/** Only under Node is this object given out. */
const MODULE = 'var Module=typeof Module!=="undefined"?Module:{};';
const INVOKER = 'function craftInvokerFunction(humanName,argTypes,classType,cppInvokerFunc,cppTargetFunc){';

/**
 * Lets wawoff2 run in a page, under the policy of ours: its bindings (Emscripten's embind) are put together as text and evaluated. Functions
 * that do the same are put in their places; the calls of the package's two functions have no `this`.
 */
export function wawoff2WithoutEval(): Plugin {
  return {
    name: 'jiangtai-wawoff2',
    transform(code, id) {
      if (!FILE.test(id.split('?', 1)[0]!)) return undefined;
      if (!NAMED.test(code) || !code.includes(INVOKER) || !code.includes(MODULE))
        throw new Error(`${id} is another version of wawoff2`);
      return code
        .replace(MODULE, 'var Module=module.exports;')
        .replace(NAMED, 'return function(){return body.apply(this,arguments)}')
        .replace(
          INVOKER,
          () => `${INVOKER}return function(){
  const destructors=[];
  const wired=argTypes.slice(2).map((type,index)=>type.toWireType(destructors,arguments[index]));
  const result=cppInvokerFunc(cppTargetFunc,...wired);
  runDestructors(destructors);
  return argTypes[0].name==="void"?undefined:argTypes[0].fromWireType(result);
};`,
        );
    },
  };
}
