declare module 'hyphen/sv/index.js' {
  interface HyphenateOptions {
    minWordLength?: number
    hyphenChar?: string
  }
  const sv: { hyphenateSync: (text: string, options?: HyphenateOptions) => string }
  export = sv
}
