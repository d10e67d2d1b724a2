;;; rapporteur-test.el --- Drafts in the real Emacs with the real server  -*- lexical-binding: t; -*-

;; As tests/run starts it, once the lines of editors/emacs/README.md stand in init.el:
;;
;;     emacs --batch -l ~/.emacs.d/init.el -l tests/editors/emacs/rapporteur-test.el -f ert-run-tests-batch-and-exit

;;; Code:

(add-to-list 'load-path (file-name-directory (or load-file-name buffer-file-name)))
(require 'support)
(require 'checkdoc)

(defconst rapporteur-test-far "# Fish

The *General Assembly*,

🕊️🇺🇳 قرار *Recalling* its resolution 65/230 of 12 December 2010,

1. *Urges* States to act, and refers to paragraph 3 below;

3. *Decides* to come back to the question.
"
  "A draft in which emoji and Arabic stand before what is found.")

;;; Where the server runs

(ert-deftest drafts-are-known-by-their-names ()
  (dolist (name '("fish.resolution.md" "fish.res.md"))
    (support-with-draft name rapporteur-test-far
      (should (eq major-mode 'resolution-mode))
      (should (derived-mode-p 'text-mode))
      (should (equal (eglot--language-id (eglot-current-server)) "un-resolution")))))

(ert-deftest plain-text-is-checked ()
  (support-with-draft "fish.txt" rapporteur-test-far
    (should (eq major-mode 'text-mode))
    (support-found "citation-date" "12 December 2010")))

(ert-deftest what-is-no-draft-gets-no-findings ()
  (support-with-draft "notes.txt" "Things to buy:\n\n1. Bread\n\n3. Resolution 65/230 of 12 December 2010\n"
    (support-wait "findings, if only none"
                  (lambda () (string-search "publishDiagnostics" (support-log))))
    (should-not (support-findings))))

(ert-deftest other-modes-are-left-alone ()
  (support-with-file "fish.html" "<p>Fish</p>\n"
    (lambda ()
      (should (derived-mode-p 'text-mode))
      (run-hooks 'post-command-hook)
      (should-not (local-variable-p 'eglot-server-programs))
      (should-not (eglot-managed-p)))))

(ert-deftest the-project-is-where-its-settings-are ()
  (support-with-file "rapporteur.toml" "locale = \"fr\"\n"
    (lambda ()
      (make-directory "drafts")
      (with-temp-file "drafts/fish.resolution.md" (insert rapporteur-test-far))
      (let ((folder default-directory))
        (find-file "drafts/fish.resolution.md")
        (support--attach)
        (should (file-equal-p folder (project-root (eglot--project (eglot-current-server)))))
        (support-found "citation-date" "12 December 2010")
        ;; The messages are in the language of the settings.
        (should (cl-some (lambda (found) (string-search "21 décembre 2010" (flymake-diagnostic-text found)))
                         (flymake-diagnostics)))))))

(ert-deftest without-the-server-it-is-said-what-is-missing ()
  (let* ((rapporteur-program "rapporteur-that-is-nowhere")
         said
         (inhibit-message t))
    (cl-letf (((symbol-function 'display-warning) (lambda (_type message &rest _) (setq said message))))
      (support-with-file "fish.resolution.md" rapporteur-test-far
        (lambda ()
          (should (string-search "There is no program" said))
          (should (string-search "rapporteur-that-is-nowhere" said))
          (should (string-search "cargo install" said))
          (run-hooks 'post-command-hook)
          (should-not (eglot-managed-p))
          (dolist (command '(rapporteur-start rapporteur-restart))
            (should (string-search "There is no program"
                                   (cadr (should-error (call-interactively command) :type 'user-error)))))
          (should (string-search "rapporteur-start"
                                 (cadr (should-error (call-interactively #'rapporteur-fix-all) :type 'user-error)))))))))

(ert-deftest after-shutdown-there-is-no-process ()
  (let (process)
    (support-with-draft "fish.resolution.md" rapporteur-test-far
      (setq process (process-id (jsonrpc--process (eglot-current-server))))
      (should (process-attributes process)))
    (support-wait "the end of the process" (lambda () (not (process-attributes process))))))

(ert-deftest it-is-restarted ()
  (support-with-draft "fish.resolution.md" rapporteur-test-far
    (let ((before (process-id (jsonrpc--process (eglot-current-server)))))
      (rapporteur-restart)
      (support-wait "the end of the process" (lambda () (not (process-attributes before))))
      (support--attach)
      (should-not (equal before (process-id (jsonrpc--process (eglot-current-server)))))
      (support-found "citation-date" "12 December 2010"))))

(ert-deftest the-log-is-shown ()
  (support-with-draft "fish.resolution.md" rapporteur-test-far
    (support-found "citation-date" "12 December 2010")
    (rapporteur-show-log)
    (support-has "publishDiagnostics")))

;;; What Eglot shows of it

(ert-deftest findings-stand-behind-emoji-and-arabic ()
  (support-with-draft "fish.resolution.md" rapporteur-test-far
    (support-found "citation-date" "12 December 2010")
    (support-found "paragraph-numbering" "3.")))

(ert-deftest findings-are-those-of-the-command-line ()
  (support-with-draft "cybercrime.resolution.md" (support-sample "cybercrime.en.md")
    (support-found "citation-date" "12 December 2010")
    (should (equal (sort (mapcar #'car (support-findings)) #'string<)
                   (sort (with-temp-buffer
                           (insert (shell-command-to-string
                                    (format "rapporteur lint --format concise %stests/drafts/cybercrime.en.md"
                                            support-repository)))
                           (goto-char (point-min))
                           (cl-loop while (re-search-forward "\\[\\([a-z-]+\\)\\]$" nil t)
                                    collect (match-string 1)))
                         #'string<)))))

(ert-deftest a-fix-is-applied ()
  (support-with-draft "fish.resolution.md" rapporteur-test-far
    (support-found "citation-date" "12 December 2010")
    (support-go "12 December 2010")
    (support-answering '("21 December 2010")
      (eglot-code-actions (point) (+ (point) (length "12 December 2010")) nil t))
    (support-has "65/230 of 21 December 2010")
    (support-gone "citation-date")))

(ert-deftest resolutions-are-completed ()
  (support-with-draft "fish.resolution.md" rapporteur-test-far
    (support-go "65/230 of")
    (delete-region (point) (+ (point) (length "65/230 of 12 December 2010")))
    (insert "65/23")
    (pcase-let* ((`(,start ,end ,table . ,plist) (eglot-completion-at-point))
                 (choices (all-completions "" table))
                 (choice (cl-find "65/230" choices :test #'string-search)))
      (should choice)
      (delete-region start end)
      (insert choice)
      (funcall (plist-get plist :exit-function) choice 'finished))
    (support-has "its resolution 65/230 of 21 December 2010,")))

;; By the key, as a user does it, in each of the modes.
(ert-deftest the-key-for-completion-adds-the-date ()
  (dolist (name '("fish.resolution.md" "fish.md" "fish.txt"))
    (support-with-draft name (string-replace " of 12 December 2010" "" rapporteur-test-far)
      (support-go ",\n\n1. ")
      (call-interactively (key-binding (kbd "C-M-i")))
      (support-has "its resolution 65/230 of 21 December 2010,"))))

(ert-deftest the-key-for-completion-finds-words-of-titles ()
  (support-with-draft "fish.txt" (string-replace "65/230 of 12 December 2010" "cybercrime" rapporteur-test-far)
    (support-go ",\n\n1. ")
    (call-interactively (key-binding (kbd "C-M-i")))
    (with-current-buffer "*Completions*"
      (support-has "79/243"))))

(ert-deftest what-is-known-of-a-resolution-is-shown ()
  (support-with-draft "fish.resolution.md" rapporteur-test-far
    (support-go "65/230")
    (let (shown)
      (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown text)))
      (support-wait "the hover" (lambda () shown))
      (should (string-search "Twelfth United Nations Congress" shown)))))

(ert-deftest a-paragraph-is-renamed ()
  (support-with-draft "fish.resolution.md" (string-replace "3. *Decides*" "2. *Decides*"
                                                           (string-replace "paragraph 3" "paragraph 2" rapporteur-test-far))
    (support-go "2. *Decides*")
    (eglot-rename "7")
    (support-has "7. *Decides*")
    (support-has "paragraph 7 below")))

(ert-deftest a-draft-is-formatted ()
  (support-with-draft "fish.resolution.md" (string-replace "States to act" "States  to act" rapporteur-test-far)
    (eglot-format-buffer)
    (support-has "States to act")))

(ert-deftest the-outline-is-shown ()
  (support-with-draft "fish.resolution.md" rapporteur-test-far
    (should (imenu--make-index-alist t))))

;;; The commands

(ert-deftest all-is-fixed ()
  (support-with-draft "fish.resolution.md" (string-replace "*Urges*" "Urges" rapporteur-test-far)
    (support-found "operative-verb-italics" "Urges")
    (rapporteur-fix-all)
    (support-has "1. *Urges* States")
    (rapporteur-fix-all)))

(ert-deftest paragraphs-are-renumbered ()
  (support-with-draft "fish.resolution.md" rapporteur-test-far
    (rapporteur-renumber-paragraphs)
    (support-has "2. *Decides*")
    (support-has "paragraph 2 below")
    (should (equal (rapporteur-renumber-paragraphs) "The paragraphs are numbered as they should be"))))

(ert-deftest footnotes-are-renumbered ()
  (support-with-draft "fish.resolution.md"
      (concat (string-replace "States to act," "States[^3] to act," rapporteur-test-far) "\n[^3]: See A/65/1.\n")
    (rapporteur-renumber-footnotes)
    (support-has "States[^1] to act")
    (support-has "[^1]: See")))

(ert-deftest verbs-are-italicised ()
  (support-with-draft "fish.resolution.md" (string-replace "*Decides*" "Decides" rapporteur-test-far)
    (rapporteur-italicise-verbs)
    (support-has "3. *Decides*")))

(ert-deftest a-resolution-is-inserted ()
  (support-with-draft "fish.resolution.md" rapporteur-test-far
    (goto-char (point-max))
    (support-answering '("cybercrime" "A/RES/74/173")
      (call-interactively #'rapporteur-insert-resolution))
    (support-has "General Assembly resolution 74/173 of 18 December 2019")
    (should (string-search "by “there is no such thing”"
                           (cadr (should-error (rapporteur-insert-resolution "there is no such thing")
                                               :type 'user-error))))))

(ert-deftest a-rule-is-explained ()
  (support-with-draft "fish.resolution.md" rapporteur-test-far
    (support-found "citation-date" "12 December 2010")
    (support-go "12 December 2010")
    (should (equal (rapporteur--rule-at-point) "citation-date"))
    (support-answering '("citation-date")
      (call-interactively #'rapporteur-explain-rule))
    (should (equal (buffer-name) "*Rapporteur rule*"))
    (support-has "citation-date")
    (should buffer-read-only)))

(ert-deftest a-draft-is-begun ()
  (support-with-file "fish.resolution.md" rapporteur-test-far
    (lambda ()
      (should-error (rapporteur-new-draft "fish.resolution.md") :type 'user-error)
      (support-answering '("General Assembly (en)")
        (rapporteur-new-draft (expand-file-name "new.resolution.md")))
      (should (string-suffix-p "new.resolution.md" buffer-file-name))
      (support-has "General Assembly")
      (should-not (string-match-p "[$]" (buffer-string))))))

(ert-deftest places-of-a-snippet-are-filled ()
  (should (equal (rapporteur--plain "# ${1:…}\n\n$0${2|a,b|} ${3:x ${4:y}} \\$5 \\} $6${7}")
                 "# …\n\na x y $5 } ")))

;;; How it looks, and how it is written

(ert-deftest what-a-draft-has-beside-markdown-is-coloured ()
  (support-with-draft "fish.resolution.md" (concat rapporteur-test-far "\nSee A/C.3/81/L.9.[^1]\n")
    (font-lock-ensure)
    (pcase-dolist (`(,words . ,face) '(("Recalling" . italic)
                                       ("65/230" . font-lock-constant-face)
                                       ("A/C.3/81/L.9" . font-lock-constant-face)
                                       ("3. *Decides" . font-lock-keyword-face)
                                       ("[^1]" . font-lock-preprocessor-face)))
      (support-go words)
      (should (memq face (ensure-list (get-text-property (point) 'face)))))))

(ert-deftest each-paragraph-has-its-direction ()
  (support-with-draft "fish.resolution.md" "# سمك\n\n65/230 *تشير* إلى\n\nThe text\n"
    (should (eq (current-bidi-paragraph-direction) 'right-to-left))
    (goto-char (point-max))
    (forward-line -1)
    (should (eq (current-bidi-paragraph-direction) 'left-to-right))))

(ert-deftest the-package-is-written-as-packages-are ()
  (let ((byte-compile-error-on-warn t)
        (byte-compile-dest-file-function (lambda (_) (make-temp-file "rapporteur" nil ".elc")))
        (checkdoc-create-error-function
         (lambda (text start &rest _)
           (ert-fail (format "%s:%s: %s" (buffer-name) (line-number-at-pos start) text)))))
    (dolist (file '("resolution-mode.el" "rapporteur.el"))
      (let ((path (expand-file-name (concat "editors/emacs/" file) support-repository)))
        (should (eq (byte-compile-file path) t))
        (with-current-buffer (find-file-noselect path)
          (checkdoc-current-buffer t))))))

(provide 'rapporteur-test)
;;; rapporteur-test.el ends here
