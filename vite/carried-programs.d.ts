declare module 'virtual:carried-programs' {
  /** Programs of a meeting file by name. */
  export const programs: Readonly<
    Record<
      'start' | 'deck' | 'presenter' | 'bar' | 'pages',
      {
        readonly body: string;
        readonly style: string;
        /** May stand between `<script>` tags as it is. */
        readonly script: string;
        /** For a Content-Security-Policy: `sha256-…`. */
        readonly hash: string;
      }
    >
  >;
  /** Licences of what is in them, and of the fonts. */
  export const licences: string;
}
