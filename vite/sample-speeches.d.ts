declare module 'virtual:sample-speeches' {
  /** Bytes of each sample's file by its name, base64. */
  export const texts: Readonly<Record<string, string>>;
  /** `data:` address of each picture beside them by its name. */
  export const pictures: Readonly<Record<string, string>>;
}
