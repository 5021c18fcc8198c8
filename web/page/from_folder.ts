// Opened by double-click, this page may load none of its parts; twicetold.html beside it has them all inside.
if (location.protocol === 'file:') location.replace(`twicetold.html${location.hash}`);
