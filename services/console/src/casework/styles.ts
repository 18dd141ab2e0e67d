/** What the pages of the work and of one request need besides. */
export const caseworkStyles = `
.console-choices{display:flex;flex-wrap:wrap;gap:5px 25px}
.console-choices a[aria-current]{color:var(--govuk-text-colour);font-weight:700;text-decoration:none}
.console-actions form.console-actions--together{flex-wrap:wrap;gap:15px}
.console-so-far:not(:last-child){display:none}
.console-before{margin:5px 0 0;font-size:1rem}
.console-case-task{padding:15px 0;border-top:1px solid var(--govuk-border-colour)}
.console-case-task .govuk-body{margin-bottom:10px}
.console-case-task .console-actions{margin-bottom:10px}
.console-map{display:block;width:100%;max-width:512px;height:auto;margin-bottom:5px;border:1px solid var(--govuk-border-colour)}
.console-map circle{fill:#b01c1c;stroke:#fff;stroke-width:3}
.console-stack td,.console-stack th{overflow-wrap:anywhere}
.console-stack .govuk-tag{max-width:none;white-space:nowrap}
@media (max-width:40.05em){
.console-stack,.console-stack tbody,.console-stack tr,.console-stack td{display:block}
.console-stack thead th{display:inline-block;border:0;padding:0 20px 5px 0}
.console-stack thead th:not([aria-sort]){display:none}
.console-stack tbody tr{margin-bottom:15px;padding:10px 15px;border:1px solid var(--govuk-surface-border-colour);border-radius:4px}
.console-stack tbody td{padding:5px 0;border:0}
}
`;
