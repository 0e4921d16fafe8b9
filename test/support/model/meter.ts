import type { ModelRequest } from './request.ts';
import { usageOf, type Usage } from './usage.ts';

export type Meter = {
  /** The usage that a response reports, as a provider with a prompt cache would count it. */
  measure(
    request: ModelRequest,
    sizes: { readonly bodyChars: number; readonly replyChars: number },
    stated: Partial<Usage>,
  ): Usage;
};

/** Counts a session's earlier request as cached when the next one begins with the same messages. */
export function createMeter(): Meter {
  const earlier = new Map<string, { readonly messages: readonly string[]; readonly chars: number }>();
  return {
    measure(request, { bodyChars, replyChars }, stated) {
      const messages = request.messages.map((message) => JSON.stringify(message));
      const before = earlier.get(request.session ?? '');
      const cached = before?.messages.every((message, index) => message === messages[index]) ?? false;
      earlier.set(request.session ?? '', { messages, chars: bodyChars });
      return usageOf({ requestChars: bodyChars, cachedChars: cached ? (before?.chars ?? 0) : 0, replyChars }, stated);
    },
  };
}
