/** Contents of a request that take more tokens than their bytes tell. */
export type Media = Readonly<{ pictures: number; documents: number }>;

/** Every protocol names the type of a piece of media in one of these ways; text can only add to the count. */
const MEDIA = /(?:data:|"(?:mime_?type|media_type)":\s*"|"input_audio")(image\/)?/gi;

/** Counts pictures, and all other media as documents: files, sound, film. */
export function mediaIn(body: string): Media {
  let [pictures, documents] = [0, 0];
  for (const [, picture] of body.matchAll(MEDIA)) {
    if (picture === undefined) documents += 1;
    else pictures += 1;
  }
  return { pictures, documents };
}
