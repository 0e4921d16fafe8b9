/**
 * Providers that OpenCode knows by itself, with the environment variables that hold their key. Of several variables the
 * first one set counts. Source: the providers' own documentation, as collected in OpenCode's model list.
 */
export const PROVIDER_KEYS = {
  anthropic: ['ANTHROPIC_API_KEY'],
  openai: ['OPENAI_API_KEY'],
  google: ['GOOGLE_GENERATIVE_AI_API_KEY', 'GEMINI_API_KEY', 'GOOGLE_API_KEY'],
  openrouter: ['OPENROUTER_API_KEY'],
  opencode: ['OPENCODE_API_KEY'],
  groq: ['GROQ_API_KEY'],
  xai: ['XAI_API_KEY'],
  deepseek: ['DEEPSEEK_API_KEY'],
  mistral: ['MISTRAL_API_KEY'],
  azure: ['AZURE_API_KEY'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export function isKnownProvider(id: string): id is keyof typeof PROVIDER_KEYS {
  return Object.hasOwn(PROVIDER_KEYS, id);
}
