export const anHourMs = 3_600_000;
/** How long a link to one's requests can be used. */
export const linkKeptMs = anHourMs;
/** How often one address is sent such a link in an hour. */
export const mostLinksInAnHour = 6;
