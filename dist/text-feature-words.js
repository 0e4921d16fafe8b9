// src/text/feature-words.ts
/** Words before the number of a feature, in headings and where somebody names one; alternatives of a pattern. */
const FEATURE_WORDS = "feature|step|task|phase|milestone|story|epic|part";

export { FEATURE_WORDS as t };