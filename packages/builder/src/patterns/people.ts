import { patternOf } from "./pattern.ts";

/** Who it is and how they can be reached: an e-mail address is asked for, a phone number may be left out. */
export const contact = patternOf({
  id: "contact",
  title: "Contact details",
  text: "Use it when you need to write to the person about what they send you.",
  pages: [
    {
      id: "your-details",
      title: "Your details",
      questions: [
        {
          id: "yourName",
          type: "name",
          label: "Your full name",
          errors: { required: "Enter your full name" },
        },
        {
          id: "yourEmail",
          type: "email",
          label: "Your email address",
          hint: "We send you your reference number, and tell you when something happens.",
          errors: {
            required: "Enter your email address",
            invalid: "Enter an email address in the correct format, like name@example.com",
          },
        },
        {
          id: "yourPhone",
          type: "phone",
          label: "Your phone number",
          hint: "You do not have to give it. We only ring if we need to ask you something.",
          required: false,
          errors: { invalid: "Enter a phone number, like 01632 960 001 or 07700 900 982" },
        },
      ],
    },
  ],
  contact: { name: "yourName", email: "yourEmail", phone: "yourPhone" },
});

/** Where the person lives. */
export const address = patternOf({
  id: "address",
  title: "Address",
  text: "Use it when you need to know where the person lives.",
  pages: [
    {
      id: "your-address",
      title: "What is your address?",
      questions: [
        {
          id: "yourAddress",
          type: "address",
          label: "What is your address?",
          // Whoever lives in another council's area has an address too.
          outside: "allowed",
          errors: { required: "Enter your address" },
        },
      ],
    },
  ],
  contact: { address: "yourAddress" },
});

/** The body that somebody speaks for, where they speak for one. */
export const organisation = patternOf({
  id: "organisation",
  title: "About an organisation",
  text: "Use it when some people fill in the form for a business, a charity or another body.",
  conditions: [
    {
      id: "for-organisation",
      name: "The person fills in the form for an organisation",
      when: { "==": [{ var: "isForOrganisation" }, true] },
    },
  ],
  pages: [
    {
      id: "for-organisation",
      title: "Are you filling in this form for an organisation?",
      questions: [
        {
          id: "isForOrganisation",
          type: "yes-no",
          label: "Are you filling in this form for an organisation?",
          hint: "For example a business, a charity or a school.",
          errors: { required: "Select yes if you are filling in this form for an organisation" },
        },
      ],
    },
    {
      id: "organisation",
      title: "About the organisation",
      when: "for-organisation",
      questions: [
        {
          id: "organisation",
          type: "organisation",
          label: "The organisation",
          hint: "You only need its number if it is a company or a charity.",
          errors: { required: "Enter the name of the organisation" },
        },
        {
          id: "roleInOrganisation",
          type: "text",
          label: "What do you do there?",
          hint: "For example “owner” or “caretaker”.",
          maxLength: 100,
          required: false,
          errors: { "too-long": "What you do there must be 100 characters or fewer" },
        },
      ],
    },
  ],
});

/** What the person has to stand by before the form is sent. */
export const declaration = patternOf({
  id: "declaration",
  title: "Declaration",
  text: "Use it at the end, when the person has to confirm that what they say is true.",
  pages: [
    {
      id: "declaration",
      title: "Declaration",
      questions: [
        {
          id: "declaration",
          type: "declaration",
          label: "Declaration",
          statement: "What I have said in this form is true, as far as I know.",
          errors: { required: "Tick the box to confirm that what you have said is true" },
        },
      ],
    },
  ],
});
