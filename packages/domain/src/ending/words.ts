import type { Ended, Language } from "@guildhall/contract";

interface EndWords {
  readonly title: string;
  /** Where neither the council nor its back office says more. */
  readonly text: string;
}

interface Words {
  readonly ended: Readonly<Record<Ended, EndWords>>;
  readonly reopened: EndWords;
}

/** How a request ended, in one language: what a language lacks does not compile. */
export const endWords: Readonly<Record<Language, Words>> = {
  en: {
    ended: {
      completed: { title: "Done", text: "We have done what there was to do." },
      closed: {
        title: "Closed without action",
        text: "We have closed your request without doing anything more about it.",
      },
      referred: {
        title: "Not ours to deal with",
        text: "This is not something that we deal with. Contact us if you need to know who does.",
      },
    },
    reopened: {
      title: "You said that it is not fixed",
      text: "We have opened your request again, and someone will look at it.",
    },
  },
  cy: {
    ended: {
      completed: { title: "Wedi’i wneud", text: "Rydym wedi gwneud yr hyn oedd i’w wneud." },
      closed: {
        title: "Wedi’i gau heb weithredu",
        text: "Rydym wedi cau eich cais heb wneud dim byd pellach yn ei gylch.",
      },
      referred: {
        title: "Nid ein cyfrifoldeb ni",
        text: "Nid ydym ni’n delio â hyn. Cysylltwch â ni os oes angen i chi wybod pwy sy’n gwneud hynny.",
      },
    },
    reopened: {
      title: "Dywedoch nad yw wedi’i ddatrys",
      text: "Rydym wedi ailagor eich cais, a bydd rhywun yn edrych arno.",
    },
  },
};
