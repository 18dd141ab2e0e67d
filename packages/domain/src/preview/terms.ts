const dayMs = 86_400_000;
/** How long a preview may be shown. */
export const longestPreviewMs = 90 * dayMs;
/** How long what was said on a preview is kept after its end. */
export const previewKeptMs = 90 * dayMs;
/** How long what somebody filled in on a preview is kept. */
export const previewAnswersMs = dayMs;
/** More is nobody's opinion of a form. */
export const mostComments = 2000;
export const mostFillings = 2000;
