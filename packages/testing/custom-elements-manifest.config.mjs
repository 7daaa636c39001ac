// The analyser writes a `customElements` field into the root's package.json unless a configuration file forbids it.
export default { packagejson: false };
