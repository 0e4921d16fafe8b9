/** Contents of a request that take more tokens than their bytes tell. */
export type Media = Readonly<{ pictures: number; documents: number }>;

/**
 * Every protocol names a piece of media by an address with its content in it, by a type of its own field, or by the name
 * of its part. Each begins a string of the document: within a text the quote before it is escaped.
 */
const MEDIA = /(?<=[{[,:])"(?:data:(image\/)?|(?:mime_?type|media_type)":"(image\/)?|input_audio":)/gi;

/** Counts pictures, and all other media as documents: files, sound, film. */
export function mediaIn(body: string): Media {
  let [pictures, documents] = [0, 0];
  for (const [, inlined, typed] of body.matchAll(MEDIA)) {
    if ((inlined ?? typed) === undefined) documents += 1;
    else pictures += 1;
  }
  return { pictures, documents };
}
