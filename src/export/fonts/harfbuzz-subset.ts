/** What harfbuzz-subset.wasm of harfbuzzjs exports, as far as it is called here; numbers are addresses in its memory. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(bytes: number): number;
  free(at: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_clear(set: number): void;
  hb_set_add(set: number, value: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_set(input: number, kind: number): number;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_or_fail(face: number, input: number): number;
}

/** Values of harfbuzz's enumerations hb_memory_mode_t and hb_subset_sets_t. */
const WRITABLE = 2;
const DROPPED_TABLES = 3;
const KEPT_FEATURES = 6;

/** What of a font is kept. */
export interface SubsetChoice {
  /** Each character once is enough; those that the font lacks are passed over. */
  readonly text: string;
  /** Tags of layout features. */
  readonly features: readonly string[];
  /** Tags of tables that are left out. */
  readonly droppedTables: readonly string[];
}

/** Cuts a TrueType font (sfnt) to some characters. @throws RangeError where harfbuzz cannot read it */
export type Subsetter = (sfnt: Uint8Array, choice: SubsetChoice) => Uint8Array;

/**
 * harfbuzz's subsetter.
 *
 * @param wasm the file `harfbuzzjs/dist/harfbuzz-subset.wasm`
 */
export async function subsetter(wasm: BufferSource): Promise<Subsetter> {
  const { instance } = await WebAssembly.instantiate(wasm);
  const hb = instance.exports as unknown as Exports;
  hb._initialize();
  // Memory may grow, which detaches earlier views.
  const memory = () => new Uint8Array(hb.memory.buffer);
  const fill = (set: number, values: Iterable<number>) => {
    for (const value of values) hb.hb_set_add(set, value);
  };
  return (sfnt, { text, features, droppedTables }) => {
    const data = hb.malloc(sfnt.length);
    memory().set(sfnt, data);
    const blob = hb.hb_blob_create(data, sfnt.length, WRITABLE, 0, 0);
    const face = hb.hb_face_create(blob, 0);
    hb.hb_blob_destroy(blob);
    const input = hb.hb_subset_input_create_or_fail();
    const kept = hb.hb_subset_input_set(input, KEPT_FEATURES);
    hb.hb_set_clear(kept);
    fill(kept, features.map(tagNumber));
    fill(hb.hb_subset_input_set(input, DROPPED_TABLES), droppedTables.map(tagNumber));
    fill(
      hb.hb_subset_input_unicode_set(input),
      [...text].map((character) => character.codePointAt(0)!),
    );
    const cut = hb.hb_subset_or_fail(face, input);
    hb.hb_subset_input_destroy(input);
    const result = hb.hb_face_reference_blob(cut);
    const length = hb.hb_blob_get_length(result);
    const at = hb.hb_blob_get_data(result, 0);
    const bytes = memory().slice(at, at + length);
    hb.hb_blob_destroy(result);
    hb.hb_face_destroy(cut);
    hb.hb_face_destroy(face);
    hb.free(data);
    if (bytes.length === 0) throw new RangeError('harfbuzz gave no font');
    return bytes;
  };
}

/** A tag of four letters as OpenType counts it. */
function tagNumber(tag: string): number {
  return [...tag].reduce((number, letter) => ((number << 8) | letter.charCodeAt(0)) >>> 0, 0);
}
