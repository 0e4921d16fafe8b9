import type { FailureCategory } from '../failure.ts';
import type { TurnPurpose } from '../ledger/accounts.ts';
import type { TakenTurn, Turns } from '../ledger/turns.ts';
import { fillTemplate } from '../text/template.ts';
import type { Fault, Role, Session, Turn, TurnRequest } from './agent.ts';
import type { Image } from './image.ts';
import { AFTER_CRASH, GO_ON, NOW } from './prompts/again.ts';

/** One role's conversation, which outlives the loss of a session, of a model or of a connection. */
export type Conversation = Readonly<{
  role: Role;
  /** Id of the session that goes on; empty before the first turn. */
  session: () => string;
  take: (request: Omit<TurnRequest, 'model' | 'deadline' | 'stop'>, purpose: TurnPurpose) => Promise<Turn>;
}>;

export type ConversationOptions = Readonly<{
  role: Role;
  turns: Turns;
  /** `provider/model`, tried in order. */
  models: readonly string[];
  /** Opens a session; `again` after the agent's process is gone, which is then started anew. */
  open: (model: string, again: boolean) => Promise<Session>;
  /** Told of what was mended on the way, as a sentence for people. */
  onMended: (what: string) => void;
}>;

/** What the next model of the list may do better. */
const BY_ANOTHER_MODEL: readonly FailureCategory[] = ['auth', 'usage-limit', 'model-not-found'];

type Take = (...given: Parameters<Conversation['take']>) => Promise<TakenTurn>;

export function createConversation(options: ConversationOptions): Conversation {
  const { role, turns, models, onMended } = options;
  let session: Session | null = null;
  let opening = '';
  let openingImages: readonly Image[] = [];
  let [model = '', ...fallbacks] = models;
  let restarted = false;

  const attempt: Take = async (request, purpose) => {
    session ??= await options.open(model, false);
    if (opening === '') [opening, openingImages] = [request.prompt, request.images ?? []];
    return await turns.take(session, { ...request, model }, purpose);
  };
  /** In the session as it stands; what it never heard it is told whole. */
  const goOn: (...given: Parameters<Take>) => (reason: string) => Promise<TakenTurn> =
    (request, purpose) => async (reason) => {
      if (session?.hasBegun() !== true) return await attempt(request, purpose);
      return await attempt({ ...request, prompt: fillTemplate(GO_ON, { reason }), images: [] }, purpose);
    };
  const restart: Take = async (request, purpose) => {
    restarted = true;
    session = await options.open(model, true);
    const isOpening = request.prompt === opening;
    const now = isOpening ? '' : fillTemplate(NOW, { prompt: request.prompt });
    const images = [...openingImages, ...(isOpening ? [] : (request.images ?? []))];
    return await attempt({ ...request, prompt: fillTemplate(AFTER_CRASH, { opening, now }), images }, purpose);
  };

  return {
    role,
    session: () => session?.id ?? '',
    async take(request, purpose) {
      const again = goOn(request, purpose);
      let lost = 0;
      for (let turn = await attempt(request, purpose); ;) {
        if (turn.status === 'done') {
          if (turn.recovered !== null) onMended(recovered(role, turn.recovered));
          return turn;
        }
        const [next] = fallbacks;
        if (turn.category === 'runtime-crashed' && !restarted) {
          onMended(`OpenCode ended in the middle of the ${role}’s turn and was started again; the turn was repeated.`);
          turn = await restart(request, purpose);
        } else if (BY_ANOTHER_MODEL.includes(turn.category) && next !== undefined) {
          onMended(
            `The ${role} went on with ${next}, because ${model} did not answer (${turn.category}): ${turn.message}`,
          );
          [model, fallbacks] = [next, fallbacks.slice(1)];
          turn = await again('the model in use does not answer any more.');
        } else if (turn.category === 'stream-lost' && !turn.final && lost === 0) {
          lost += 1;
          turn = await again('the connection to the model was lost.');
        } else return turn;
      }
    },
  };
}

function recovered(role: Role, { category, message }: Fault): string {
  return `The ${role}’s answer was complete before its turn was ended (${category}): ${message} It was recovered.`;
}
