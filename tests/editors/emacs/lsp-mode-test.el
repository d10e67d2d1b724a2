;;; lsp-mode-test.el --- Drafts in the real Emacs, with lsp-mode as the client  -*- lexical-binding: t; -*-

;; As tests/run starts it, once the lines for lsp-mode of editors/emacs/README.md stand in init.el:
;;
;;     emacs --batch -l ~/.emacs.d/init.el -l tests/editors/emacs/lsp-mode-test.el -f ert-run-tests-batch-and-exit

;;; Code:

(add-to-list 'load-path (file-name-directory (or load-file-name buffer-file-name)))
(require 'support)
;; Emacs does this by itself where it is not in batch mode; it makes the parts of lsp-mode known.
(package-initialize)
(require 'lsp-mode)
(require 'lsp-diagnostics)

;; What lsp-mode would ask the user: whether the folder of the draft is a project.
(setq lsp-auto-guess-root t
      lsp-session-file (make-temp-name (expand-file-name "lsp-session" temporary-file-directory)))

(defun lsp-mode-test--findings ()
  "The diagnostics of this buffer, as the server sent them."
  (gethash (lsp--fix-path-casing buffer-file-name) (lsp-diagnostics t)))

(defmacro lsp-mode-test-with (name text &rest body)
  "Run BODY in a draft NAME with TEXT, once the server has checked it."
  (declare (indent 2))
  `(support-with-file ,name ,text
     (lambda ()
       (support-wait "a session" (lambda () (bound-and-true-p lsp-mode)))
       (support-wait "findings" #'lsp-mode-test--findings)
       (unwind-protect (progn ,@body)
         ;; The folder is deleted, and a session remembers its folders.
         (lsp-workspace-folders-remove default-directory)))))

(defconst lsp-mode-test-draft
  "# Fish\n\nThe *General Assembly*,\n\n*Recalling* its resolution 65/230 of 12 December 2010,\n\n1. *Urges* States to act.\n")

(ert-deftest drafts-have-findings-and-fixes ()
  (lsp-mode-test-with "fish.resolution.md" lsp-mode-test-draft
    (should (eq major-mode 'resolution-mode))
    (should (equal (lsp-buffer-language) "un-resolution"))
    (let ((found (cl-find "citation-date" (lsp-mode-test--findings) :key #'lsp:diagnostic-code? :test #'equal)))
      (should found)
      (goto-char (lsp--position-to-point (lsp:range-start (lsp:diagnostic-range found))))
      (should (looking-at-p "12 December 2010")))
    (lsp-execute-code-action
     (cl-find "Write 21 December 2010" (lsp-code-actions-at-point) :key #'lsp:code-action-title :test #'equal))
    (support-has "65/230 of 21 December 2010")))

(ert-deftest the-key-for-completion-finds-words-of-titles ()
  (lsp-mode-test-with "fish.resolution.md" lsp-mode-test-draft
    (search-forward "65/230 of 12 December 2010")
    (replace-match "cybercrime")
    (call-interactively (key-binding (kbd "C-M-i")))
    (with-current-buffer "*Completions*"
      (support-has "79/243"))))

(provide 'lsp-mode-test)
;;; lsp-mode-test.el ends here
