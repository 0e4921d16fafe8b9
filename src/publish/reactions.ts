import { asFailure } from '../failure.ts';
import type { Forge, Reactable } from '../forge/forge.ts';
import { logLine, type Log } from '../text/sinks.ts';
import type { Invocation } from '../trigger/trigger.ts';

type Content = Parameters<Forge['react']>[1];

/** The bot's reaction to what started the run. */
export type Reaction = Readonly<{
  /** Puts another one in its place. */
  replace: (content: Content) => Promise<void>;
}>;

/** What the reaction goes on: the comment that carried the command, or the issue or pull request where none did. */
export function reactableOf({ commentId, inline }: Pick<Invocation, 'commentId' | 'inline'>, issue: number): Reactable {
  if (commentId === null) return { issue };
  return inline ? { inlineComment: commentId } : { comment: commentId };
}

/** Shows with eyes that the run has begun. A reaction that fails is logged: nothing depends on it. */
export async function react(given: Readonly<{ forge: Forge; to: Reactable; log: Log }>): Promise<Reaction> {
  const { forge, to, log } = given;
  const tolerate = async <Result>(action: () => Promise<Result>): Promise<Result | null> => {
    try {
      return await action();
    } catch (error) {
      log(logLine(asFailure(error).message));
      return null;
    }
  };
  const eyes = await tolerate(() => forge.react(to, 'eyes'));
  return {
    async replace(content) {
      await tolerate(() => forge.react(to, content));
      if (eyes !== null) await tolerate(() => forge.unreact(to, eyes));
    },
  };
}
