/** A picture that goes with a prompt. */
export type Image = Readonly<{
  /** A file name of Patchwright's own making. */
  name: string;
  mime: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  base64: string;
}>;

/** The prompt of a turn whose model is not shown the images, with their names, so that it knows what it lacks. */
export function withUnseenImages(prompt: string, images: readonly Image[] = []): string {
  if (images.length === 0) return prompt;
  return `${prompt}\n\nImages that were attached and cannot be shown to you: ${images.map(({ name }) => name).join(', ')}.`;
}
