/** Globs for one kind of file, named as docs/guard.md does. */
export type ProtectedKind = Readonly<{ what: string; globs: readonly string[] }>;

/**
 * What a change does not touch unless a person says so, wherever it stands: files that run something, grant something or
 * instruct an agent, on the forge or on the machine of whoever checks the change out. A container file such as `Dockerfile`
 * is not among them, nor is the definition of an Action in a repository that is one (`action.yml`): they are source that a
 * build and a reviewer read, and start nothing by being there.
 */
export const PROTECTED_KINDS: readonly ProtectedKind[] = [
  {
    what: 'The forge’s automation, and who must approve what',
    globs: [
      '**/.github/{workflows,actions}/**',
      '**/.github/{dependabot,settings,mergify}.{yml,yaml}',
      '**/{.gitea,.forgejo}/workflows/**',
      '**/{CODEOWNERS,.mergify.yml,renovate.json,renovate.json5,.renovaterc,.renovaterc.json,.renovaterc.json5}',
    ],
  },
  {
    what: 'Other automation',
    globs: [
      '**/{.circleci,.buildkite,.woodpecker,.semaphore,.teamcity}/**',
      '**/{.gitlab-ci.yml,.gitlab-ci.yaml,.drone.yml,.woodpecker.yml,.travis.yml,.cirrus.yml,.appveyor.yml,appveyor.yml}',
      '**/{Jenkinsfile,azure-pipelines.yml,bitbucket-pipelines.yml,cloudbuild.{yml,yaml,json},buildspec.{yml,yaml}}',
      '**/{netlify.toml,vercel.json,render.{yml,yaml},bitrise.{yml,yaml},codemagic.{yml,yaml},wercker.{yml,yaml}}',
    ],
  },
  {
    what: 'Hooks',
    globs: [
      '**/{.husky,.githooks,.git-hooks,.lefthook}/**',
      '**/{lefthook,.lefthook,lefthook-local,.lefthook-local}.{yml,yaml,toml,json}',
      '**/{.pre-commit-config.yaml,.pre-commit-config.yml,.pre-commit-hooks.yaml}',
      '**/{.overcommit.yml,.huskyrc*,husky.config.*,.simple-git-hooks.*,simple-git-hooks.*}',
      '**/{captainhook.json,hk.pkl,prek.toml,.lintstagedrc*,lint-staged.config.*}',
      '**/.hg/**',
    ],
  },
  {
    what: 'Configuration and instructions of OpenCode and other agents',
    globs: [
      '**/{opencode,.opencode}.{json,jsonc}',
      '**/.opencode/**',
      '**/.github/{opencode.yml,opencode.yaml,copilot*,mcp*}',
      '**/.github/{opencode,copilot,instructions,prompts,agents,chatmodes,skills,hooks}/**',
      '**/{AGENTS,AGENT,AGENTS.override,AGENTS.local,CLAUDE,CLAUDE.local,GEMINI,QWEN,CRUSH,WARP}.md',
      '**/{.claude,.agents,.cursor,.codex,.gemini,.qwen,.windsurf,.roo,.kilocode,.kiro,.amazonq,.augment,.continue,.trae,.junie,.crush,.factory,.openhands,.cline,.amp,.warp}/**',
      '**/{.cursorrules,.windsurfrules,.goosehints,.clinerules,.rules,.aider*,.crush.json,.cursorignore,.aiignore}',
      '**/{.clinerules,.aider}/**',
      '**/{mcp,.mcp,mcp_config,mcp-config}.json',
    ],
  },
  {
    what: 'What an editor, a container or a shell starts when the folder is opened',
    globs: [
      '**/{.vscode,.vs,.idea,.zed,.fleet,.devcontainer}/**',
      '**/{.devcontainer.json,*.code-workspace,*.sublime-project,*.sublime-workspace,.dir-locals.el,.gitpod.yml}',
      '**/{.envrc*,.exrc,.vimrc,.nvimrc,.lvimrc,_vimrc,.nvim.lua,.gdbinit,.lldbinit,.pdbrc,.irbrc,.pryrc,.Rprofile}',
      '**/{mise,mise.*,.mise,.mise.*,.miserc}.toml',
      '**/mise/{config.toml,config.*.toml,conf.d/**}',
      '**/{.mise,.config/mise}/**',
    ],
  },
  {
    what: 'Configuration of package managers',
    globs: [
      '**/{.npmrc,.yarnrc,.yarnrc.yml,.yarnrc.yaml,.pnpmrc,.pnpmfile.*,pnpmfile.*,bunfig.toml,.bowerrc}',
      '**/{pnpm-workspace.{yml,yaml},.pnp.*,yarn.config.*}',
      '**/.yarn/{releases,plugins}/**',
      '**/{pip.conf,pip.ini,.pypirc,.condarc,uv.toml,poetry.toml,pdm.toml,.pdm.toml}',
      '**/.cargo/{config,config.toml,credentials,credentials.toml}',
      '**/.bundle/config',
      '**/{nuget.config,.gemrc,.netrc,_netrc}',
      '**/.m2/**',
    ],
  },
  {
    what: 'Configuration of git',
    globs: ['**/{.gitattributes,.gitmodules,.gitconfig,.lfsconfig,.mailmap}'],
  },
  {
    what: 'Wrapper scripts, which download and run what they name, and what a build tool is started with',
    globs: [
      '**/{gradlew,gradlew.bat,mvnw,mvnw.cmd,mvnw.bat}',
      '**/gradle/wrapper/**',
      '**/.gradle/**',
      '**/{gradle.properties,.bazelrc,.bazeliskrc,.jvmopts,.sbtopts}',
      '**/tools/bazel{,.bat,.ps1}',
      '**/{init,init.d/*}.{gradle,gradle.kts}',
      '**/.mvn/**',
    ],
  },
  { what: 'Dot files at the root', globs: ['.*'] },
  {
    what: 'Short names that NTFS gives to the names above',
    globs: [
      '**/{github,gitatt,gitmod,gitcon,gitign,lfscon,mailma,husky,githoo,openco,claude,agents,cursor,codex,gemini,vscode,devcon,npmrc,yarnrc,pnpmfi,cargo,bundle,codeow,renova,lefcon,pnpm-w,yarnco,gradle,bazelr,lintst,captai,netlif,codema,mise*,openha,gdbini,lldbin,lvimrc,nvimrc}~[0-9]*{,/**}',
    ],
  },
];

export const PROTECTED_PATHS: readonly string[] = PROTECTED_KINDS.flatMap(({ globs }) => globs);
