import { t as createGitHubForge } from "./forge-github-github-forge.js";

export { createGitHubForge };