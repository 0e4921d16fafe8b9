import { firstOf, hasFile, type Ecosystem, type Found } from './ecosystem.ts';

export const cargo: Ecosystem = async (project) => {
  if (!project.files.has('Cargo.toml')) return null;
  return {
    checks: [{ purpose: 'test', name: 'cargo test', command: 'cargo test', source: 'Cargo.toml' }],
    setup: project.files.has('Cargo.lock') ? [{ command: 'cargo fetch --locked', source: 'Cargo.lock' }] : [],
  };
};

export const go: Ecosystem = async (project) => {
  if (!project.files.has('go.mod')) return null;
  return {
    checks: [
      { purpose: 'build', name: 'go build', command: 'go build ./...', source: 'go.mod' },
      { purpose: 'test', name: 'go test', command: 'go test ./...', source: 'go.mod' },
    ],
    setup: project.files.has('go.sum') ? [{ command: 'go mod download', source: 'go.sum' }] : [],
  };
};

export const maven: Ecosystem = async (project) => {
  if (!project.files.has('pom.xml')) return null;
  return testOnly(project.files.has('mvnw') ? './mvnw -B test' : 'mvn -B test', 'pom.xml', 'maven');
};

export const gradle: Ecosystem = async (project) => {
  const file = firstOf(project, ['build.gradle.kts', 'build.gradle', 'settings.gradle.kts', 'settings.gradle']);
  if (file === null) return null;
  // A daemon would outlive the check that started it.
  return testOnly(`${project.files.has('gradlew') ? './gradlew' : 'gradle'} --no-daemon test`, file, 'gradle');
};

export const dotnet: Ecosystem = async (project) => {
  const pattern = /^[^/]+\.(?:sln|slnx|csproj|fsproj|vbproj)$/;
  if (!hasFile(project, pattern)) return null;
  const source = [...project.files].find((path) => pattern.test(path)) ?? '.NET project';
  return {
    checks: [{ purpose: 'test', name: 'dotnet test', command: 'dotnet test', source }],
    setup: [{ command: 'dotnet restore', source }],
  };
};

function testOnly(command: string, source: string, name: string): Found {
  return { checks: [{ purpose: 'test', name: `${name} test`, command, source }], setup: [] };
}
