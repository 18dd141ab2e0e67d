/** Where the pages of a council are. */
export type Addresses = ReturnType<typeof addressesOf>;

/** Name the pages of a council; every link and redirect is written from here. */
export function addressesOf(tenant: string) {
  const root = `/c/${tenant}`;
  const service = (id: string) => `${root}/services/${id}`;
  const tracking = (reference: string) => `${root}/track/${reference}`;
  return {
    root,
    home: `${root}/`,
    track: `${root}/track`,
    privacy: `${root}/privacy`,
    accessibility: `${root}/accessibility`,
    cookies: `${root}/cookies`,
    developers: `${root}/developers`,
    access: `${root}/developers/access`,
    accessRequest: (id: string) => `${root}/developers/access/${id}`,
    /** What the API says of itself, which is served beside these pages. */
    docs: {
      api: `/t/${tenant}/docs/`,
      reference: `/t/${tenant}/docs/reference`,
      guides: `/t/${tenant}/docs/guides/`,
    },
    theme: (brand: string, hash: string) => `${root}/brands/${brand}.css?v=${hash}`,
    logo: (brand: string) => `${root}/brands/${brand}/logo`,
    service,
    page: (id: string, page: string) => `${service(id)}/${page}`,
    check: (id: string) => `${service(id)}/check-your-answers`,
    confirmation: (id: string) => `${service(id)}/confirmation`,
    tracking,
    payment: (reference: string) => `${tracking(reference)}/payment`,
    document: (reference: string, document: string) =>
      `${tracking(reference)}/documents/${document}`,
  };
}
