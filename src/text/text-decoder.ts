/** What reading needs of the platform's TextDecoder, which browsers, workers and Node share. */
export interface PlatformTextDecoder {
  decode(input: Uint8Array): string;
}
type DecoderConstructor = new (
  label: string,
  options?: { fatal?: boolean; ignoreBOM?: boolean },
) => PlatformTextDecoder;

/**
 * A decoder for an encoding label of the Encoding Standard.
 * Taken from the global object by hand: the pure rooms are compiled without the DOM and Node libraries.
 */
export function textDecoder(
  label: string,
  options?: { fatal?: boolean; ignoreBOM?: boolean },
): PlatformTextDecoder {
  const { TextDecoder } = globalThis as unknown as { TextDecoder: DecoderConstructor };
  return new TextDecoder(label, options);
}
