;;; resolution-mode.el --- Major mode for drafts of United Nations resolutions  -*- lexical-binding: t; -*-

;; Author: The Rapporteur developers
;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1"))
;; Keywords: wp, languages
;; URL: https://github.com/rapporteur/rapporteur
;; SPDX-License-Identifier: MIT OR Apache-2.0

;;; Commentary:

;; Drafts of United Nations resolutions are Markdown.  This mode is `markdown-mode' where that is installed, and
;; `text-mode' where it is not; it adds what a draft has beside Markdown.  The verbs are not listed here: the server
;; knows them, see rapporteur.el.

;;; Code:

(defalias 'resolution--parent-mode
  (if (require 'markdown-mode nil t) 'markdown-mode 'text-mode))

(defvar resolution-font-lock-keywords
  '(;; Emphasis: the verbs that open paragraphs, and the name of the body.
    ("\\(?:^\\|[[:space:]]\\)\\(\\*[^*[:space:]][^*\n]*\\*\\)" (1 'italic append))
    ;; Numbers of paragraphs, letters of sub-paragraphs.
    ("^[[:space:]]*\\(?:[[:digit:]]+\\.\\|([[:alnum:]]+)\\)" (0 'font-lock-keyword-face append))
    ;; Symbols of documents: A/RES/74/173, E/CN.15/2026/4.
    ("\\_<[AEST]/[[:alnum:]./-]*[[:alnum:]]" (0 'font-lock-constant-face append))
    ;; Numbers of resolutions: 74/173, S-10/2, 2322 (2017).
    ("\\_<\\(?:\\(?:[[:digit:]]+\\|S-[[:digit:]]+\\|ES-[[:digit:]]+\\)/[[:digit:]]+\\|[[:digit:]]+ ([[:digit:]]\\{4\\})\\)"
     (0 'font-lock-constant-face append))
    ;; Notes and their calls.
    ("\\[\\^[^]\n]+\\]" (0 'font-lock-preprocessor-face append)))
  "What a draft has beside Markdown, for `font-lock-keywords'.")

(defvar resolution-mode-syntax-table
  (let ((table (make-syntax-table text-mode-syntax-table)))
    ;; So that 74/173 and A/C.3/81/L.9 are one symbol each.
    (modify-syntax-entry ?/ "_" table)
    table)
  "Syntax table of `resolution-mode'.")

(defvar resolution-mode-map
  (let ((map (make-sparse-keymap)))
    ;; In place of `ispell-complete-word', as `text-mode' of Emacs 29 and before has it.
    (define-key map (kbd "C-M-i") #'completion-at-point)
    map)
  "Keymap of `resolution-mode'.")

;;;###autoload
(define-derived-mode resolution-mode resolution--parent-mode "Resolution"
  "Major mode for drafts of United Nations resolutions.
\\{resolution-mode-map}"
  (font-lock-add-keywords nil resolution-font-lock-keywords 'append)
  (setq-local comment-start "<!-- "
              comment-end " -->")
  ;; Each paragraph has the direction of its own first letter: Arabic drafts cite symbols in Latin letters.
  (setq-local bidi-paragraph-direction nil))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.res\\(?:olution\\)?\\.md\\'" . resolution-mode))

(provide 'resolution-mode)
;;; resolution-mode.el ends here
