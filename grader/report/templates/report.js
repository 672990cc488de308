"use strict";
for (const button of document.querySelectorAll("button[data-copy]")) {
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const code = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      getSelection().selectAllChildren(code);
      document.execCommand("copy");
    }
    button.textContent = button.dataset.done;
    document.getElementById("status").textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 2000);
  });
}
addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details.part, details.more")) part.open = true;
});
for (const listing of document.querySelectorAll(".listing")) {
  const line = listing.querySelector(".involved");
  const show = () => { if (line) listing.scrollTop = line.offsetTop - listing.clientHeight / 3; };
  show();
  listing.closest("details")?.addEventListener("toggle", show);
}
