import type { Dependencies } from './dependencies.ts';
import type { Story } from './story.ts';

/** What every part of the pipeline gets. */
export type Running = Readonly<{ deps: Dependencies; story: Story }>;
