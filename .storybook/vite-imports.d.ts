/** What Vite's imports give, for the files of this folder. */
declare module '*.css?inline' {
  const css: string;
  export default css;
}
