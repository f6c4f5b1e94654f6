"""The grammar of Welsh that a site about Welsh law needs: no wording, no files, no theme."""
