/** The few rules that questions have besides the design kit’s. */
export const questionStyles = `
.portal-item{margin:0 0 30px;padding:20px 20px 0;border:1px solid var(--govuk-surface-border-colour);border-radius:4px}
.portal-files{padding:0;list-style:none;border-top:1px solid var(--govuk-border-colour)}
.portal-files>li{display:flex;flex-wrap:wrap;gap:5px 20px;justify-content:space-between;align-items:center;
padding:10px 0;border-bottom:1px solid var(--govuk-border-colour);overflow-wrap:anywhere}
.portal-file{flex:1 1 12em;display:grid;gap:5px}
.portal-file .govuk-error-message{margin:0}
.portal-label{display:flex;flex-wrap:wrap;gap:10px;align-items:flex-end}
.portal-file .govuk-form-group{flex:1 1 12em;margin:0}
.portal-thumbnail{flex:0 0 auto;max-width:120px;max-height:120px}
.portal-uploads progress{flex:1 1 8em;accent-color:var(--govuk-brand-colour)}
.portal-uploads:empty{border:0}
.portal-files .govuk-button{margin:0 0 2px}
.portal-link{padding:0;border:0;background:none;font:inherit;text-align:left;color:var(--govuk-link-colour);
text-decoration:underline;text-underline-offset:.1578em;cursor:pointer}
.portal-link:hover{color:var(--govuk-link-hover-colour)}
.portal-link:focus{outline:3px solid transparent;color:var(--govuk-focus-text-colour);
background-color:var(--govuk-focus-colour);box-shadow:0 -2px var(--govuk-focus-colour),0 4px var(--govuk-focus-text-colour);
text-decoration:none}
.portal-addresses .govuk-radios{max-height:24em;overflow-y:auto;padding:4px 0 0 4px}
.portal-map{margin-bottom:20px}
`;
