/** Where the staff pages of one organisation are. */
export function addressesOf(tenant: string) {
  const root = `/console/${tenant}/`;
  return {
    root,
    signIn: `${root}sign-in`,
    link: (code: string) => `${root}sign-in/link/${encodeURIComponent(code)}`,
    /** Where somebody signs in who goes on to a page, and is told why they have to. */
    signInFor: (next: string, reason?: string) =>
      `${root}sign-in?${new URLSearchParams({ next, ...(reason ? { reason } : {}) })}`,
    beginSignIn: (next: string, again = false) =>
      `${root}sign-in/begin?${new URLSearchParams({ next, ...(again ? { again: "yes" } : {}) })}`,
    signedIn: `${root}signed-in`,
    signOut: `${root}sign-out`,
    shortcuts: `${root}shortcuts`,
    work: `${root}work`,
    /** The tasks of everybody that are all of these. */
    workOf: (those: Readonly<Record<string, string>>) =>
      `${root}work?${new URLSearchParams({ whose: "all", ...those })}`,
    tile: (tile: string) => `${root}tiles/${tile}`,
    workOnTasks: `${root}work/tasks`,
    cases: `${root}cases`,
    lateCases: `${root}cases?late=yes`,
    followed: `${root}followed`,
    overview: `${root}overview`,
    shareOut: `${root}overview/share-out`,
    figures: `${root}figures`,
    figureSheet: `${root}figures.csv`,
    health: `${root}health`,
    councilsHealth: `${root}councils-health`,
    calls: `${root}calls`,
    callsOf: (caller: string) => `${root}calls?${new URLSearchParams({ caller })}`,
    callSheet: `${root}calls.csv`,
    ...whoMayIn(root),
    ...whatWaits(root),
    ...whatPeopleSay(root),
    ...whatIsMade(root),
    ...whatIsAgreed(root),
  };
}

function whoMayIn(root: string) {
  return {
    access: `${root}access`,
    accessRequest: (id: string) => `${root}access/${id}`,
    endTestKey: (id: string) => `${root}access/${id}/end-test-key`,
    keys: `${root}keys`,
    newKey: `${root}keys/new`,
    key: (id: string) => `${root}keys/${id}`,
    rotateSigningKeys: `${root}signing-keys/rotate`,
    people: `${root}people`,
    newPerson: `${root}people/new`,
    person: (id: string) => `${root}people/${id}`,
    retention: `${root}retention`,
    brands: `${root}brands`,
    newBrand: `${root}brands/new`,
    brand: (id: string) => `${root}brands/${id}`,
    logo: (brand: string) => `${root}brands/${brand}/logo`,
    removeLogo: (brand: string) => `${root}brands/${brand}/logo/remove`,
    audit: `${root}audit`,
    auditOf: (those: Readonly<Record<string, string>>) =>
      `${root}audit?${new URLSearchParams(those)}`,
    auditSheet: `${root}audit.csv`,
    auditCheckpoint: `${root}audit/checkpoint.txt`,
    webhooks: `${root}webhooks`,
    newWebhook: `${root}webhooks/new`,
    webhook: (id: string) => `${root}webhooks/${id}`,
  };
}

function whatWaits(root: string) {
  return {
    deliveries: `${root}deliveries`,
    deliveriesOf: (those: Readonly<Record<string, string>>) =>
      `${root}deliveries?${new URLSearchParams(those)}`,
    delivery: (id: string) => `${root}deliveries/${id}`,
    /** A request with all that belongs to it. */
    case: (process: string) => `${root}processes/${process}`,
    correctAnswer: (process: string, question: string) =>
      `${root}processes/${process}/corrections/${question}`,
    follow: (process: string) => `${root}processes/${process}/follow`,
    merge: (process: string) => `${root}processes/${process}/merge`,
    /** Where one more thing is asked of whoever sent a request. */
    askForMore: (process: string) => `${root}processes/${process}/ask`,
    withdrawAsked: (process: string, id: string) =>
      `${root}processes/${process}/ask/${id}/withdraw`,
    /** Where it is counted that somebody got in touch about a request. */
    contact: (process: string) => `${root}processes/${process}/contact`,
    ledger: (process: string) => `${root}processes/${process}/ledger`,
    document: (process: string, id: string) => `${root}processes/${process}/documents/${id}`,
    thumbnail: (process: string, id: string) =>
      `${root}processes/${process}/documents/${id}/thumbnail`,
    replays: `${root}replays`,
    newReplay: (those: Readonly<Record<string, string>>) =>
      `${root}replays/new?${new URLSearchParams(those)}`,
    replay: (id: string) => `${root}replays/${id}`,
    alarms: `${root}alarms`,
    acknowledge: (id: string) => `${root}alarms/${id}/acknowledge`,
    statuses: `${root}statuses`,
    statusesOf: (those: Readonly<Record<string, string>>) =>
      `${root}statuses?${new URLSearchParams(those)}`,
    connections: `${root}connections`,
    connection: (connector: string) => `${root}connections/${connector}`,
    drift: (connector: string) => `${root}connectors/${connector}/drift`,
  };
}

function whatPeopleSay(root: string) {
  return {
    assist: `${root}assist`,
    assistWith: (service: string) => `${root}assist/${service}`,
    feedback: `${root}feedback`,
    /** Of a service, or of the organisation's own pages. */
    feedbackOf: (service: string | undefined) =>
      service === undefined ? `${root}feedback/pages` : `${root}feedback/services/${service}`,
    dealWithFeedback: (id: string) => `${root}feedback/${id}/deal-with`,
    previews: `${root}previews`,
    preview: (id: string) => `${root}previews/${id}`,
    endPreview: (id: string) => `${root}previews/${id}/end`,
    dealWithComment: (id: string, comment: string) =>
      `${root}previews/${id}/comments/${comment}/deal-with`,
  };
}

/** Where services are made; the pages of one service have addresses of their own. */
function whatIsMade(root: string) {
  return {
    services: `${root}services`,
    servicesOf: (search: string) => `${root}services?${new URLSearchParams({ search })}`,
    newService: `${root}services/new`,
    cookbook: `${root}cookbook`,
    councils: `${root}councils`,
    newCouncil: `${root}councils/new`,
    council: (id: string) => `${root}councils/${id}`,
    targets: `${root}targets`,
    folder: `${root}folder`,
  };
}

/** What is done for callers of other councils, and theirs for ours. */
function whatIsAgreed(root: string) {
  const callersOf = (agreement: string) => `${root}callers/${agreement}`;
  return {
    agreements: `${root}agreements`,
    newAgreement: `${root}agreements/new`,
    looks: `${root}agreements/looks`,
    agreement: (id: string) => `${root}agreements/${id}`,
    approveAgreement: (id: string) => `${root}agreements/${id}/approve`,
    endAgreement: (id: string) => `${root}agreements/${id}/end`,
    callers: `${root}callers`,
    callersOf,
    caller: (agreement: string, reference: string) =>
      `${callersOf(agreement)}/requests/${reference}`,
    callerServices: (agreement: string) => `${callersOf(agreement)}/services`,
    callerService: (agreement: string, service: string) =>
      `${callersOf(agreement)}/services/${service}`,
  };
}

export type Addresses = ReturnType<typeof addressesOf>;

/** Where a person chooses the organisation that they work for. */
export const front = "/console/";

/** As much as a cookie holds beside what it is for. */
const longestNext = 1000;

/**
 * Give the page to go on to after signing in, if it is one of this organisation's staff pages; else its first page.
 *
 * Whatever else an address names, another site or a page of another organisation, nobody is led there.
 */
export function wayOn(root: string, next: string | undefined): string {
  const here = "https://console.invalid";
  if (next === undefined || next.length > longestNext || !URL.canParse(next, here)) return root;
  const { origin, pathname, search } = new URL(next, here);
  const path = `${pathname}${search}`;
  return origin === here && next === path && path.startsWith(root) ? path : root;
}
