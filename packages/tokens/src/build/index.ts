export { buildTheme, type BuildThemeOptions, type BuiltTheme } from './theme.ts';
export { ThemeError } from './theme-error.ts';
