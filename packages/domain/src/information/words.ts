import type { Language, MessageKind, MessageWords } from "@guildhall/contract";

type Words = Partial<Record<MessageKind, MessageWords>>;

/** What is said of what is asked, where a council has no words of its own: nobody can answer what they never heard of. */
const english: Words = {
  "information-asked": {
    subject: "We need one more thing from you: ((reference))",
    text: "We need something more before we can go on with your request ((reference)) (((serviceTitle))).\n\n((reason))\n\nPlease tell us:\n\n((asked))\n\nAnswer by ((answerBy)). Open the link below: it asks for this and nothing else.",
  },
  "information-due": {
    subject: "Please answer by ((answerBy)): ((reference))",
    text: "We asked you for one more thing for your request ((reference)) and have no answer yet.\n\n((reason))\n\nPlease tell us:\n\n((asked))\n\nAnswer by ((answerBy)). Open the link below: it asks for this and nothing else.",
  },
  "information-over": {
    subject: "The time to answer is over: ((reference))",
    text: "We asked you for one more thing for your request ((reference)). You could answer until ((answerBy)), and we have no answer.\n\nThe question is closed now. You need do nothing: we will go on with what we have, or get in touch with you.",
  },
};

const welsh: Words = {
  "information-asked": {
    subject: "Mae arnom angen un peth arall gennych: ((reference))",
    text: "Mae angen rhywbeth arall arnom cyn y gallwn fwrw ymlaen â’ch cais ((reference)) (((serviceTitle))).\n\n((reason))\n\nDywedwch wrthym:\n\n((asked))\n\nAtebwch erbyn ((answerBy)). Agorwch y ddolen isod: mae’n gofyn am hyn yn unig.",
  },
  "information-due": {
    subject: "Atebwch erbyn ((answerBy)): ((reference))",
    text: "Gofynnom i chi am un peth arall ar gyfer eich cais ((reference)), ac nid oes ateb gennym eto.\n\n((reason))\n\nDywedwch wrthym:\n\n((asked))\n\nAtebwch erbyn ((answerBy)). Agorwch y ddolen isod: mae’n gofyn am hyn yn unig.",
  },
  "information-over": {
    subject: "Mae’r amser i ateb wedi dod i ben: ((reference))",
    text: "Gofynnom i chi am un peth arall ar gyfer eich cais ((reference)). Gallech ateb tan ((answerBy)), ac nid oes ateb gennym.\n\nMae’r cwestiwn bellach ar gau. Nid oes angen i chi wneud dim: byddwn yn bwrw ymlaen â’r hyn sydd gennym, neu’n cysylltu â chi.",
  },
};

export const informationWords: Readonly<Record<Language, Words>> = { en: english, cy: welsh };
