import type { EventType, Language } from "@guildhall/contract";
import { dateWords } from "@guildhall/forms";

type Line = { readonly title: string; readonly text?: string };
type Write = (data: Record<string, unknown>) => Line;
type Lines = Partial<Record<EventType, Write>>;

const until = ({ respondBy }: Record<string, unknown>, language: Language) =>
  dateWords(String(respondBy), language);

const english: Lines = {
  "information.asked": (data) => ({
    title: "We asked you for one more thing",
    text: `You can answer until ${until(data, "en")}.`,
  }),
  "information.answered": () => ({ title: "You answered what we asked" }),
  "information.over": () => ({ title: "The time to answer what we asked was over" }),
  "information.withdrawn": () => ({
    title: "We do not need the one more thing any longer",
    text: "You need do nothing.",
  }),
};

const welsh: Lines = {
  "information.asked": (data) => ({
    title: "Gofynnom i chi am un peth arall",
    text: `Gallwch ateb tan ${until(data, "cy")}.`,
  }),
  "information.answered": () => ({ title: "Ateboch yr hyn a ofynnwyd gennym" }),
  "information.over": () => ({ title: "Daeth yr amser i ateb ein cwestiwn i ben" }),
  "information.withdrawn": () => ({
    title: "Nid oes angen yr un peth arall arnom mwyach",
    text: "Nid oes angen i chi wneud dim.",
  }),
};

/** What the citizen's timeline says of what they were asked, in a language; nothing of any other event. */
export const informationLines: Readonly<Record<Language, Lines>> = { en: english, cy: welsh };
