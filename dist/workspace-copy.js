import { n as removeDirectory, t as copyDirectory } from "./workspace-copy2.js";

export { removeDirectory };