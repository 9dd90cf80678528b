// After a refused form the reader starts at what is wrong.
document.getElementById('fouten')?.focus();

export {};
