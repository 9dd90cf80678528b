// In a row that slides, where one is comes into sight.
for (const here of document.querySelectorAll('.sk-tabs > [aria-current]')) here.scrollIntoView({ block: 'nearest', inline: 'center' });

export {};
