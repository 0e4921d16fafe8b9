/**
 * What a change does not touch unless a person says so, wherever it stands: files that run something, grant something or
 * instruct an agent, on the forge or on the machine of whoever checks the change out.
 */
export const PROTECTED_PATHS: readonly string[] = [
  // The forge's automation and who must approve what
  '**/.github/{workflows,actions}/**',
  '**/.github/dependabot.{yml,yaml}',
  '**/{.gitea,.forgejo}/workflows/**',
  '**/CODEOWNERS',
  // Other automation
  '**/{.circleci,.buildkite}/**',
  '**/.gitlab-ci.yml',
  '**/{Jenkinsfile,azure-pipelines.yml,bitbucket-pipelines.yml,.travis.yml}',
  // Hooks
  '**/{.husky,.githooks,.git-hooks}/**',
  '**/{lefthook,.lefthook,lefthook-local,.lefthook-local}.{yml,yaml,toml,json}',
  '**/{.pre-commit-config.yaml,.pre-commit-config.yml,.pre-commit-hooks.yaml}',
  '**/{.overcommit.yml,.simple-git-hooks.json,simple-git-hooks.json}',
  // OpenCode and other agents: configuration and instructions
  '**/opencode.{json,jsonc}',
  '**/.opencode/**',
  '**/.github/{opencode.yml,opencode.yaml,copilot-instructions.md}',
  '**/.github/{opencode,instructions,prompts,agents,chatmodes}/**',
  '**/{AGENTS,AGENTS.override,CLAUDE,CLAUDE.local,GEMINI}.md',
  '**/{.claude,.cursor,.codex,.gemini,.windsurf,.roo,.clinerules}/**',
  '**/{.cursorrules,.windsurfrules,.clinerules,.aider.conf.yml,.mcp.json}',
  // What an editor or a container runs when the folder is opened
  '**/{.vscode,.idea,.devcontainer}/**',
  // Package managers and git
  '**/{.npmrc,.yarnrc,.yarnrc.yml,.pnpmfile.cjs,.pnpmfile.mjs,bunfig.toml}',
  '**/.yarn/{releases,plugins}/**',
  '**/{pip.conf,pip.ini,.pypirc}',
  '**/.cargo/{config,config.toml}',
  '**/.bundle/config',
  '**/{nuget.config,.gemrc}',
  '**/{.gitattributes,.gitmodules,.gitconfig,.lfsconfig}',
  // Wrapper scripts: they download and run what they name
  '**/{gradlew,gradlew.bat,mvnw,mvnw.cmd}',
  '**/gradle/wrapper/**',
  '**/.mvn/**',
  // Dot files at the root
  '.*',
];
