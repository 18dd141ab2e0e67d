/** What pictures of messages need. */
export const messageStyles = `
.console-mail{box-sizing:border-box;max-width:100%;padding:15px;border:1px solid var(--govuk-border-colour);
border-radius:4px;overflow-wrap:anywhere;font-size:1rem;line-height:1.4}
.console-mail--phone{width:320px}
.console-mail--desktop{width:600px}
.console-mail p{margin:0 0 15px;white-space:pre-line}
.console-mail .console-mail-from{margin:-15px -15px 15px;padding:10px 15px;font-weight:bold;
border-bottom:4px solid var(--govuk-border-colour)}
.console-mail .console-mail-subject{font-size:1.4em;font-weight:bold;line-height:1.2}
.console-mail dl{margin:0 0 15px}
.console-mail dl>div{display:flex;flex-wrap:wrap;gap:0 10px;padding:5px 0;border-top:1px solid var(--govuk-border-colour)}
.console-mail dt{font-weight:bold}
.console-mail dd{margin:0}
.console-mail-link{color:var(--govuk-link-colour);text-decoration:underline}
.console-mail-footer{padding-top:15px;border-top:1px solid var(--govuk-border-colour);font-size:.9em}
.console-mail-footer p:last-child{margin:0}
`;
