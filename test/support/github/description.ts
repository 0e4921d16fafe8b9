import { readFileSync } from 'node:fs';
import { z } from 'zod';

const schemaSchema = z.record(z.string(), z.unknown());

const contentSchema = z.object({
  content: z.object({ 'application/json': z.object({ schema: schemaSchema }) }).optional(),
});

const parameterSchema = z.object({
  name: z.string(),
  in: z.enum(['path', 'query']),
  required: z.boolean().optional(),
  'x-multi-segment': z.boolean().optional(),
  schema: schemaSchema,
});

const operationSchema = z.object({
  operationId: z.string(),
  parameters: z.array(parameterSchema),
  requestBody: contentSchema.extend({ required: z.boolean().optional() }).optional(),
  responses: z.record(z.string(), contentSchema),
});

const descriptionSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({ schemas: z.record(z.string(), schemaSchema) }),
});

export type Schema = Readonly<z.infer<typeof schemaSchema>>;
export type Parameter = Readonly<z.infer<typeof parameterSchema>>;
export type Operation = Readonly<z.infer<typeof operationSchema>> & { readonly method: string; readonly path: string };

export type Match = { readonly operation: Operation; readonly params: Readonly<Record<string, string>> };

/** The subset of GitHub's OpenAPI description that `scripts/openapi-subset.ts` writes. */
export const description = descriptionSchema.parse(
  JSON.parse(readFileSync(new URL('openapi.json', import.meta.url), 'utf8')),
);

export const operations: readonly Operation[] = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
);

const table = operations
  .map((operation) => ({ operation, pattern: pattern(operation) }))
  .toSorted((a, b) => (sortKey(a.operation.path) < sortKey(b.operation.path) ? -1 : 1));

/** The operation at a method and a path that is still percent-encoded. */
export function matchOperation(method: string, path: string): Match | undefined {
  for (const { operation, pattern } of table) {
    const found = operation.method === method ? pattern.exec(path) : null;
    if (found)
      return {
        operation,
        params: Object.fromEntries(
          Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
        ),
      };
  }
  return undefined;
}

/** GitHub marks the parameters that take slashes (`{ref}`, `{path}`, `{basehead}`), which routers for plain OpenAPI cannot know. */
function pattern({ path, parameters }: Operation): RegExp {
  const slashes = new Set(
    parameters.filter((parameter) => parameter['x-multi-segment']).map((parameter) => parameter.name),
  );
  const source = path
    .replaceAll(/[.+]/g, String.raw`\$&`)
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${slashes.has(name) ? '.*' : '[^/]+'})`);
  return new RegExp(`^${source}$`);
}

/** Words sort before parameters and longer paths before shorter ones: `issues/comments` goes before `issues/{issue_number}`, `{ref}/status` before `{ref}`. */
function sortKey(path: string): string {
  return `${path.replaceAll(/\{\w+\}/g, '\u{ffff}')}\u{ffff}`;
}
