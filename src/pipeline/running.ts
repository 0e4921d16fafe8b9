import type { Dependencies } from './dependencies.ts';
import type { Saver } from './killed/saver.ts';
import type { Story } from './told/story.ts';

/** What every part of the pipeline gets. */
export type Running = Readonly<{ deps: Dependencies; story: Story }>;

/** What a run gets that changes the repository. */
export type Changing = Running & Readonly<{ directories: AsyncDisposableStack; saver: Saver }>;
