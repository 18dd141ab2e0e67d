/** Where the pages of making one service are. */
export function serviceAddresses(root: string, service: string) {
  const home = `${root}services/${encodeURIComponent(service)}`;
  return {
    home,
    begin: `${home}/begin`,
    undo: `${home}/undo`,
    discard: `${home}/discard`,
    /** Shows the draft to whoever has a link. */
    preview: `${home}/preview`,
    /** Takes edits that another page has put together. */
    edits: `${home}/edits`,
    questions: `${home}/questions`,
    /** Questions that are written down instead of added one by one. */
    outline: `${home}/outline`,
    conditions: `${home}/conditions`,
    flow: `${home}/flow`,
    destinations: `${home}/destinations`,
    process: `${home}/process`,
    /** What people see of the requests of others. */
    nearby: `${home}/nearby`,
    messages: `${home}/messages`,
    /** What people can say once their request has ended. */
    afterEnd: `${home}/after-end`,
    /** How often people ask after what they sent, and how satisfied they are. */
    chasing: `${home}/chasing`,
    ratings: `${home}/ratings`,
    look: `${home}/look`,
    welsh: `${home}/look/welsh`,
    privacy: `${home}/privacy`,
    tryIt: `${home}/try`,
    publish: `${home}/publish`,
    takeIn: `${home}/publish/take-in`,
    test: `${home}/publish/test`,
    goLive: `${home}/publish/go-live`,
    unschedule: `${home}/publish/unschedule`,
    versions: `${home}/versions`,
    version: (version: number) => `${home}/versions/${version}`,
    withdraw: `${home}/withdraw`,
    history: `${home}/history`,
    /** Its files, to be kept or brought in elsewhere. */
    folder: `${home}/folder`,
    /** The recipe that it comes from, and where it is shared as one. */
    recipe: `${home}/recipe`,
    share: `${home}/share`,
  };
}
export type ServiceAddresses = ReturnType<typeof serviceAddresses>;
