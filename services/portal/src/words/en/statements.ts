/** What a council says of privacy and cookies. */
export const statements = {
  privacy: {
    title: "Privacy",
    controller: (council: string) =>
      `${council} decides why and how what you enter here is used. In data protection law it is the controller.`,
    runBy: (runner: string) => ` ${runner} runs these pages on its behalf, and does as it says.`,
    whatWeUse: "What we use",
    used: "We use what you enter and the files that you add, and nothing else. We do not follow what you do here, and these pages load nothing from other organisations. [Cookies](cookies) says what your browser keeps.",
    whatFor: "What we use it for",
    toDeal: "We use it to deal with what you report, and to tell you what happens.",
    notices:
      " Each service has a notice of its own. It says what we ask, which law allows us to, who we pass it on to, and how long we keep it.",
    rights: "Your rights",
    youCanAsk: "You can ask us:",
    rightsTo: [
      "for a copy of what we hold about you",
      "to correct it, or to complete it",
      "to use it less, or to stop using it",
      "to delete it, where the law does not ask us to keep it",
    ],
    complain:
      "Contact us to do so. We answer within one month. If you are not content with how we use it, you can complain to the [Information Commissioner’s Office](ico).",
  },
  service: {
    title: (service: string) => `Privacy: ${service}`,
    whatWeAsk: "What we ask",
    mayAsk: "Depending on your answers, we may ask:",
    ofPerson: "About you",
    ofMatter: "About your request",
    files: "Files",
    whyWeAsk: "Why we ask",
    toDeal: "We use it to deal with your request, and to tell you what happens.",
    howLong: "How long we keep it",
    keep: (sent: string, draft: string) =>
      `We keep what you send for ${sent}. What you enter and do not send is deleted after 24 hours, or ${draft} after your last change if you ask us to save it.`,
    council: (council: string) => `Privacy at ${council}`,
    recipients: "Who we pass it on to",
    nobody: "Our own staff deal with it. We pass it on to nobody else.",
    goesTo: "Depending on your answers, it goes to:",
    notSold:
      "We do not sell it, and nobody uses it for advertising. We give it to others only where the law says that we must.",
  },
  cookies: {
    title: "Cookies",
    cleared: "This browser no longer holds anything of yours.",
    one: "These pages use one cookie, and only after you begin a service or open a request. It is needed for that, so we do not ask whether you agree. Nobody uses it to follow you.",
    name: "Name",
    purpose: "What it is for",
    opens: "Lets this browser open what you are filling in and the requests that you follow",
    deletedAfter: "Deleted after",
    hours: "24 hours",
    shared:
      "On a computer that others use too, delete it when you have finished. This browser cannot open what you have begun after that.",
    delete: "Delete the cookie",
  },
};
