/** How long a draft lives that nobody asked to keep, and a token of any draft. */
export const draftLifeMs = 24 * 3_600_000;
const dayMs = 24 * 3_600_000;
/** How long before the end of a kept draft its owner is reminded. */
export const remindsBeforeMs = 3 * dayMs;
/** After so many wrong facts a link leads nowhere, and has to be asked for anew. */
export const mostWrong = 5;
/** How often one address is sent links in an hour: nobody's mailbox is filled by whoever knows it. */
export const mostLinksInAnHour = 6;
export const anHourMs = 3_600_000;
/** A draft has no more in it than one request may have, since its answers are sent together. */
export const mostBytes = 256 * 1024;

/** How long a kept draft lives since its last change. */
export function keptLifeMs({ retention }: { retention: { draftDays: number } }): number {
  return retention.draftDays * dayMs;
}
