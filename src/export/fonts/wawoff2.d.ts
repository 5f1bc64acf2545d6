declare module 'wawoff2/compress' {
  /** sfnt → woff2. */
  export default function compress(sfnt: Uint8Array): Promise<Uint8Array>;
}
declare module 'wawoff2/decompress' {
  /** woff2 → sfnt. */
  export default function decompress(woff2: Uint8Array): Promise<Uint8Array>;
}
