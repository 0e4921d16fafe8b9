/** The OpenCode that Patchwright runs. The SDK's version in package.json is the same. */
export const OPENCODE_VERSION = '1.18.33';
