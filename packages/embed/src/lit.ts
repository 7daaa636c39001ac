/** All of Lit that widgets use, as one module: build.mjs tells what is missing here. */
export * from 'lit';
export * from 'lit/directive.js';
export * from 'lit/directives/if-defined.js';
export * from 'lit/directives/keyed.js';
export * from '@lit/task';
