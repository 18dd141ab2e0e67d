export const tenants = {
  title: "Choose your council",
  lead: "Report a problem, and follow what is done about it.",
  none: "There are no councils here yet.",
  unknown:
    "If you do not know which council you live in, you can [find your local council on GOV.UK](find).",
};
