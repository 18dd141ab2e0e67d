import type { Language } from "@guildhall/contract";

/** Where the pages of a council are. */
export type Addresses = ReturnType<typeof addressesOf>;

/** Where a council's pages begin in any language, and where what the platform serves of it does: nothing, where that is the same host. */
export interface Base {
  readonly site: string;
  readonly platform: string;
  readonly language: Language;
}

/** Name the pages of a council in a language; every link and redirect is written from here. */
export function addressesOf(tenant: string, base: Partial<Base> = {}) {
  const { site = `/c/${tenant}`, platform = "", language = "en" } = base;
  const root = rootIn(language, site);
  const service = (id: string) => `${root}/services/${id}`;
  return {
    site,
    /** The platform's own host, where these pages are on another. */
    platform,
    root,
    home: `${root}/`,
    /** The address of one of these pages in another language. */
    inLanguage: (other: Language, address: string) =>
      `${rootIn(other, site)}${address.slice(root.length)}`,
    /** Where what is wrong with a page is said; the page is named by its path below the root. */
    feedback: (from: string) => `${root}/feedback?${new URLSearchParams({ from })}`,
    feedbackReceived: (from: string) =>
      `${root}/feedback/received?${new URLSearchParams({ from })}`,
    /** Where staff are, who fill in forms for callers. */
    staff: `${platform}/console/${tenant}/assist`,
    track: `${root}/track`,
    /** Where somebody asks for a link to all that they have sent. */
    myRequests: `${root}/my-requests`,
    privacy: `${root}/privacy`,
    accessibility: `${root}/accessibility`,
    cookies: `${root}/cookies`,
    developers: `${root}/developers`,
    access: `${root}/developers/access`,
    accessRequest: (id: string) => `${root}/developers/access/${id}`,
    /** What the API says of itself, which the platform serves. */
    docs: docsAt(`${platform}/t/${tenant}/docs`),
    theme: (brand: string, hash: string) => `${site}/brands/${brand}.css?v=${hash}`,
    logo: (brand: string) => `${site}/brands/${brand}/logo`,
    service,
    page: (id: string, page: string) => `${service(id)}/${page}`,
    servicePrivacy: (id: string) => `${service(id)}/privacy`,
    tasks: (id: string) => `${service(id)}/tasks`,
    /** Where a form is kept for later, and where its link is asked for again. */
    save: (id: string) => `${service(id)}/save-for-later`,
    link: (id: string) => `${service(id)}/send-my-link`,
    /** Where a form offers what is open near its place, and where updates of that are asked for and stopped. */
    lookFirst: (id: string) => `${service(id)}/is-it-one-of-these`,
    following: (key: string) => `${root}/following/${key}`,
    stopFollowing: (key: string) => `${root}/following/${key}/stop`,
    newVersion: (id: string) => `${service(id)}/what-changed`,
    return: (key: string) => `${root}/return/${key}`,
    check: (id: string) => `${service(id)}/check-your-answers`,
    confirmation: (id: string) => `${service(id)}/confirmation`,
    ...requestAddresses(root),
  };
}

/** Name the pages of a request that was sent, by its reference. */
function requestAddresses(root: string) {
  const tracking = (reference: string) => `${root}/track/${reference}`;
  const document = (reference: string, id: string) => `${tracking(reference)}/documents/${id}`;
  return {
    tracking,
    /** Where somebody asks for updates of another's request. */
    follow: (reference: string) => `${tracking(reference)}/follow`,
    /** Where one more thing is answered that was asked later. */
    answer: (reference: string) => `${tracking(reference)}/answer`,
    /** Where it is said of what has ended that it is not fixed, and how satisfied somebody is. */
    notFixed: (reference: string) => `${tracking(reference)}/not-fixed`,
    rating: (reference: string) => `${tracking(reference)}/rating`,
    /** Where words and photos are added, and where an open page hears of changes. */
    add: (reference: string) => `${tracking(reference)}/add`,
    changes: (reference: string) => `${tracking(reference)}/changes`,
    payment: (reference: string) => `${tracking(reference)}/payment`,
    document,
    /** A copy of what was sent, to keep. */
    copy: (reference: string) => `${tracking(reference)}/answers.pdf`,
    thumbnail: (reference: string, id: string) => `${document(reference, id)}/thumbnail`,
  };
}

/** Name the pages of another council, which are at the platform's address whatever domain this one has. */
export function addressesBeside(
  { platform }: Addresses,
  tenant: string,
  language: Language,
): Addresses {
  return addressesOf(tenant, { site: `${platform}/c/${tenant}`, platform, language });
}

function docsAt(docs: string) {
  return { api: `${docs}/`, reference: `${docs}/reference`, guides: `${docs}/guides/` };
}

/** Pages in English have the addresses that they always had. */
function rootIn(language: Language, site: string): string {
  return language === "en" ? site : `${site}/${language}`;
}
