const OWN_HOST = /^(?<resource>[a-z0-9-]+)\.(?:openai|cognitiveservices|services\.ai)\.azure\.com$/u;

/**
 * The address of a request to Azure behind `base`, which is a resource's endpoint with or without `/openai` or
 * `/openai/v1`, or a proxy's address that paths are added to as they are. Claude stands at another host than the rest.
 * Source: Microsoft's documentation of the v1 API and of Claude in Foundry.
 */
export function azureAddress(base: URL, path: string): URL {
  const resource = OWN_HOST.exec(base.hostname)?.groups?.['resource'];
  if (resource === undefined) return new URL(`${base.origin}${base.pathname.replace(/\/$/u, '')}${path}`);
  if (path === '/messages') return new URL(`https://${resource}.services.ai.azure.com/anthropic/v1/messages`);
  const versioned = path.startsWith('/deployments/') || path.startsWith('/v1/') ? path : `/v1${path}`;
  return new URL(`${base.origin}/openai${versioned}`);
}
