const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How many can follow one process: a change of it writes a message for each. */
export const mostFollowers = 200;
/** How long the link of the first letter can be used. */
export const wishKeptMs = 2 * dayMs;
/** How long those who followed a process are known after its end, so that its last message is sent. */
export const followersKeptMs = 14 * dayMs;
/** How often one address is sent links in an hour: nobody's mailbox is filled by whoever knows it. */
export const mostLinksInAnHour = 6;
/** How many ask to follow one process in an hour. */
export const mostWishesInAnHour = 30;
export const anHourMs = hourMs;
/** How far back any service lets people look. */
export const longestLookMs = 365 * dayMs;
