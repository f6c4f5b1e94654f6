// Sends a reader on from an address that has moved, with the section they asked for.
"use strict";
const link = document.querySelector("a[data-moved]");
if (link) location.replace(link.href + location.hash);
