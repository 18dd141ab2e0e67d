/** Where the pages of making one service are. */
export function serviceAddresses(root: string, service: string) {
  const home = `${root}services/${encodeURIComponent(service)}`;
  return {
    home,
    begin: `${home}/begin`,
    /** Takes edits that another page has put together. */
    edits: `${home}/edits`,
    questions: `${home}/questions`,
    conditions: `${home}/conditions`,
    flow: `${home}/flow`,
    destinations: `${home}/destinations`,
    process: `${home}/process`,
    messages: `${home}/messages`,
    look: `${home}/look`,
    privacy: `${home}/privacy`,
    tryIt: `${home}/try`,
    publish: `${home}/publish`,
    versions: `${home}/versions`,
    history: `${home}/history`,
  };
}
export type ServiceAddresses = ReturnType<typeof serviceAddresses>;
